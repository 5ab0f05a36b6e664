import type { Call } from './call.ts';
import { parseJson } from './codecs/parse-json.ts';
import { parseQuery } from './codecs/parse-query.ts';
import { ec2Query } from './protocols/ec2-query.ts';
import { json } from './protocols/json.ts';
import { query } from './protocols/query.ts';
import { restJson } from './protocols/rest-json.ts';
import { ec2 } from './services/ec2.ts';
import { lambda } from './services/lambda.ts';
import { services } from './services/services.ts';
import type { WireRequest } from './wire-request.ts';

/** Finds what a request calls: by `X-Amz-Target`, by path, else by the query protocols' `Version` and `Action`. */
export function route(request: WireRequest): Call {
  return byTarget(request) ?? byPath(request) ?? byVersion(request);
}

function byTarget({ headers, body }: WireRequest): Call | null {
  const target = headers['x-amz-target'];
  if (typeof target !== 'string') return null;
  const [prefix, operation = ''] = target.split('.');
  return {
    protocol: json(headers['content-type']?.includes('json-1.0') ? '1.0' : '1.1'),
    service: services.find((service) => service.target === prefix) ?? null,
    operation,
    input: () => parseJson(body),
  };
}

/** Lambda API Reference: Invoke, GetFunctionConfiguration, GetAccountSettings. */
const LAMBDA = [
  { operation: 'Invoke', method: 'POST', path: /^\/2015-03-31\/functions\/([^/]+)\/invocations$/ },
  { operation: 'GetFunctionConfiguration', method: 'GET', path: /^\/2015-03-31\/functions\/([^/]+)\/configuration$/ },
  { operation: 'GetAccountSettings', method: 'GET', path: /^\/2016-08-19\/account-settings\/?$/ },
];

function byPath({ method, url, headers, body }: WireRequest): Call | null {
  if (!/^\/201[56]-\d\d-\d\d\//.test(url.pathname)) return null;
  const asked = LAMBDA.find((one) => one.method === method && one.path.test(url.pathname));
  return {
    protocol: restJson,
    service: lambda,
    operation: asked?.operation ?? `${method} ${url.pathname}`,
    input: () => ({
      FunctionName: decodeURIComponent(asked?.path.exec(url.pathname)?.[1] ?? ''),
      Qualifier: url.searchParams.get('Qualifier'),
      InvocationType: headers['x-amz-invocation-type'],
      Payload: body.toString(),
    }),
  };
}

function byVersion({ url, body }: WireRequest): Call {
  const parameters = new URLSearchParams([...url.searchParams, ...new URLSearchParams(body.toString())]);
  const version = parameters.get('Version');
  const service = services.find((candidate) => candidate.version !== null && candidate.version === version) ?? null;
  return {
    protocol: service === ec2 ? ec2Query : query,
    service,
    operation: parameters.get('Action') ?? '',
    input: () => parseQuery(parameters),
  };
}
