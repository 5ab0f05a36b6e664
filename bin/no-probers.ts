/** `--stack` where `--from` says not to ask it. */
export const NO_PROBERS = 'error: --stack names probers, and --from says not to use any: leave one of them out.';
