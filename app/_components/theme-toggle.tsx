import { currentPreferences } from "#lib/auth/current-actor.ts";
import { ThemeButton } from "./theme-button.tsx";

export async function ThemeToggle() {
  const { theme } = await currentPreferences();
  return <ThemeButton chosen={theme} />;
}
