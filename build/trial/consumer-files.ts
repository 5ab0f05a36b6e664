/** A CDK app as somebody else would write it, by the names of its files: in TypeScript, and in both kinds of JavaScript. */
export const consumerFiles: Readonly<Record<string, string>> = {
  'typed.ts': typed(),
  'required.cjs': `${requires()}${stack()}`,
  'imported.mjs': `${imports()}${stack()}`,
  'engine.mjs': `${engineImports()}${judging()}${insides()}`,
  'engine.cjs': `${engineRequires()}${judging()}`,
};

function imports(types = ''): string {
  return `import { App, Stack } from 'aws-cdk-lib';
import { Vpc } from 'aws-cdk-lib/aws-ec2';
import { ApplicationLoadBalancer } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { OriginDoctor${types} } from 'origin-doctor';
`;
}

function requires(): string {
  return `const { App, Stack } = require('aws-cdk-lib');
const { Vpc } = require('aws-cdk-lib/aws-ec2');
const { ApplicationLoadBalancer } = require('aws-cdk-lib/aws-elasticloadbalancingv2');
const { OriginDoctor } = require('origin-doctor');
`;
}

function stack(): string {
  return `
const app = new App();
const stack = new Stack(app, 'Shop');
const vpc = new Vpc(stack, 'Vpc');
const loadBalancer = new ApplicationLoadBalancer(stack, 'Web', { vpc });
new OriginDoctor(stack, 'Doctor', { loadBalancers: [loadBalancer] });
app.synth();
`;
}

/** What is wrong on purpose must be an error: where types are not found, everything is `any` and nothing is. */
function typed(): string {
  return `${imports(', type OriginDoctorProps')}import { diagnose, type Inventory, path, type Report, readInventory } from 'origin-doctor/engine';
${stack()}
export const props: OriginDoctorProps = { loadBalancers: [loadBalancer], concurrency: 3 };
// @ts-expect-error load balancers must be given
export const without = () => new OriginDoctor(stack, 'Without', {});

export function codes(json: unknown): readonly string[] {
  const inventory: Inventory = readInventory(json);
  const report: Report = diagnose(inventory);
  const verdict: 'allow' | 'deny' | 'unknown' = path(inventory, { from: 'shop-web', to: '10.0.0.1:80' }).verdict;
  // @ts-expect-error a port is a number
  path(inventory, { from: 'shop-web', to: '10.0.0.1:80', sourcePort: '80' });
  return [...report.findings.map((finding) => finding.code), verdict];
}
`;
}

function engineImports(): string {
  return `import { readFileSync } from 'node:fs';
import { diagnose, readInventory } from 'origin-doctor/engine';
`;
}

function engineRequires(): string {
  return `const { readFileSync } = require('node:fs');
const { diagnose, readInventory } = require('origin-doctor/engine');
`;
}

function judging(): string {
  return `
const codes = (file) => diagnose(readInventory(JSON.parse(readFileSync(file, 'utf8')))).findings.map(({ code }) => code);
console.log(process.argv.slice(2).map((file) => codes(file).join(',') || 'nothing').join(' then '));
`;
}

function insides(): string {
  return `for (const inside of ['lambda/engine.js', 'functions/monitor/index.mjs', 'package.json']) {
  const error = await import('origin-doctor/' + inside).catch((reason) => reason);
  if (error.code !== 'ERR_PACKAGE_PATH_NOT_EXPORTED') throw new Error(inside + ' can be reached');
}
`;
}
