import type { MetadataRoute } from "next";

/** Makes the site something that can be installed. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    id: "/",
    name: "Chainrule: the mathematics of machine learning",
    short_name: "Chainrule",
    description: "Exercises in the mathematics of machine learning, graded the moment you answer.",
    lang: "en",
    start_url: "/",
    scope: "/",
    display: "standalone",
    background_color: "#fcfcf9",
    theme_color: "#fcfcf9",
    categories: ["education"],
    icons: [
      { src: "/icons/192.png", sizes: "192x192", type: "image/png" },
      { src: "/icons/512.png", sizes: "512x512", type: "image/png" },
      { src: "/icons/maskable.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
    shortcuts: [
      { name: "Drill", description: "Practise what you need now", url: "/drill" },
      { name: "Practice", description: "Choose an exercise", url: "/practice" },
      { name: "Progress", description: "What you know, and what is due", url: "/progress" },
    ],
  };
}
