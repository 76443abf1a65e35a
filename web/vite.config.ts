import { defineConfig } from 'vitest/config';

// RISKMAP_URL: the running service that `npm run dev` forwards to.
const service = process.env.RISKMAP_URL ?? 'http://127.0.0.1:8080';

export default defineConfig({
  base: './',
  build: { target: 'es2022', chunkSizeWarningLimit: 900, assetsInlineLimit: 0 },
  server: {
    proxy: { '/geoserver': service, '/api/': service, '/riskmap': service },
  },
  test: { include: ['test/**/*.test.ts'] },
});
