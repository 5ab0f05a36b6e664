/** How TypeScript finds modules in somebody's project: the compiler's settings, and the type of the project's package.json. */
export const consumerSettings: readonly {
  readonly name: string;
  readonly type: 'commonjs' | 'module';
  readonly compilerOptions: Readonly<Record<string, unknown>>;
}[] = [
  // As `cdk init app --language typescript` writes it. What it emits is synthesised.
  { name: 'cdk-init', type: 'commonjs', compilerOptions: { module: 'nodenext', noEmit: false, outDir: 'built' } },
  { name: 'nodenext', type: 'module', compilerOptions: { module: 'nodenext' } },
  { name: 'node16', type: 'module', compilerOptions: { module: 'node16' } },
  { name: 'bundler', type: 'module', compilerOptions: { module: 'esnext', moduleResolution: 'bundler' } },
];
