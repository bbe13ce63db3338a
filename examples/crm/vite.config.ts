import react from "@vitejs/plugin-react";
import { defineConfig, type UserConfig } from "vite";

// A relative base: the CRM is served from whatever path its host chooses. One bundle is fine for an admin app.
const config: UserConfig = defineConfig({
  base: "./",
  plugins: [react()],
  build: { chunkSizeWarningLimit: 2_000, sourcemap: false },
});

export default config;
