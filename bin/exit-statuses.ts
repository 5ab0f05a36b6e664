/** What the exit status of a check says, for its help. */
export const EXIT_STATUSES = `
Exit status:
  0    clean (notes allowed)
  1    the tool failed, or was called wrongly
  2    faults found
  3    something is wrong and no cause of it is certain or likely, or something
       could not be judged; where there are faults too, it is 2
  130  interrupted

The standard AWS environment is honoured: AWS_PROFILE, AWS_REGION,
AWS_ENDPOINT_URL and the rest.`;
