import fc from 'fast-check';

/** Every run of the tests draws the same examples; `FAST_CHECK_SEED=N npm test` draws others. */
fc.configureGlobal({ seed: Number(process.env['FAST_CHECK_SEED'] ?? 20_261_122) });
