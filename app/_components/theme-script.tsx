/** Sets the theme that was chosen before the first paint; without a choice, or without a script, the system's holds. */
export function ThemeScript() {
  const code = `try{const t=localStorage.getItem("theme");if(t==="light"||t==="dark")document.documentElement.dataset.theme=t}catch{}`;
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the fixed line above
  return <script dangerouslySetInnerHTML={{ __html: code }} />;
}
