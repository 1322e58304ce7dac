import { defineConfig } from 'vitest/config'

/** Unit and integration tests. The end-to-end tests have their own settings in e2e/vitest.config.ts. */
export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['tests/{src,main,renderer,architecture,scripts}/**/*.test.{ts,tsx}'],
    // A worker keeps what it has loaded from file to file; loading it anew for each was a third of the time. No file may
    // leave anything behind for the next one.
    isolate: false,
    // On two cores one would be left idle: what hands out the files hardly works itself.
    maxWorkers: '100%',
    // A property may take long on a machine that does other things as well; no test says how long anything takes.
    testTimeout: 60_000,
  },
})
