import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/same-every-time.ts'],
    // Two, also where there are two cores: the lab's tests mostly wait for health checks.
    maxWorkers: 2,
    // What a busy machine lets time out is surprising, and is run again; what is wrong fails each time.
    retry: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
