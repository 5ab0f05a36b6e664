/** Where the listeners stand that never accept: an address each, so that no two share a queue. */
export const BACKLOGS = Array.from({ length: 100 }, (_, index) => ({ address: `127.46.0.${index + 1}`, port: 16_384 }));
