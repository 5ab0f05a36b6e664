import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/same-every-time.ts'],
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
});
