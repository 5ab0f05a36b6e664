/** What stands for standard output where a file is asked for. */
export const STANDARD_OUTPUT = '-';
