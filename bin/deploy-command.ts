import { appFolder } from './app-folder.ts';

/** What deploys, to be run where the CDK app is: that of the checkout, or one of the user's own with the construct. */
export function deployCommand(): string {
  return appFolder() === null ? 'npx cdk deploy' : 'npm run build && npx cdk deploy --all';
}
