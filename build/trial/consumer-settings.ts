/**
 * How TypeScript finds modules in somebody's project: the compiler's settings, and the type of the project's package.json.
 * `compiler` is that of the checkout, or an older one.
 */
export const consumerSettings: readonly {
  readonly name: string;
  readonly type: 'commonjs' | 'module';
  readonly compiler?: 'older';
  readonly compilerOptions: Readonly<Record<string, unknown>>;
}[] = [
  // As `cdk init app --language typescript` writes it. What it emits is synthesised.
  { name: 'cdk-init', type: 'commonjs', compilerOptions: { module: 'nodenext', noEmit: false, outDir: 'built' } },
  // As it wrote it before: `exports` are not looked at.
  { name: 'older', type: 'commonjs', compiler: 'older', compilerOptions: { module: 'commonjs' } },
  { name: 'node16-commonjs', type: 'commonjs', compilerOptions: { module: 'node16' } },
  { name: 'nodenext', type: 'module', compilerOptions: { module: 'nodenext' } },
  { name: 'node16', type: 'module', compilerOptions: { module: 'node16' } },
  { name: 'bundler', type: 'module', compilerOptions: { module: 'esnext', moduleResolution: 'bundler' } },
];
