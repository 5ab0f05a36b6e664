/** Where the configuration is looked for in the current folder, and where `init` writes it, unless told otherwise. */
export const defaultFile = 'origin-doctor.json';
