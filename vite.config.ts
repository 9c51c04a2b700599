/** Build of the web client: `src/web` becomes static files in `dist/web`, which the server gives out. */
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  root: here('src/web'),
  plugins: [react()],
  build: { outDir: here('dist/web'), emptyOutDir: true, assetsInlineLimit: 0 },
  server: {
    port: 5173,
    proxy: { '/api': { target: process.env.BAOCAO_API ?? 'http://127.0.0.1:3000', changeOrigin: false } },
  },
})
