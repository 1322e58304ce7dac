import { defineConfig } from 'vitest/config'

/** Unit and integration tests. The end-to-end tests have their own settings in e2e/vitest.config.ts. */
export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['tests/{src,main,renderer,architecture,scripts}/**/*.test.{ts,tsx}'],
    testTimeout: 30_000,
  },
})
