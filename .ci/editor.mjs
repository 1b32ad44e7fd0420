// Asks a YAML language server what it would show in an editor for sluice.yaml and for edits of it.
// Arguments: where the server is installed, the folder with sluice.yaml and its schema.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [installed, folder] = process.argv.slice(2);
const bin = join(installed, 'node_modules/yaml-language-server/bin/yaml-language-server');
const server = spawn(process.execPath, [bin, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });

const waiting = new Map();
const complaints = new Map();
let number = 0;
let received = Buffer.alloc(0);

function send(message) {
  const body = JSON.stringify({ jsonrpc: '2.0', ...message });
  server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
}

function ask(method, params) {
  const id = ++number;
  send({ id, method, params });
  return new Promise((resolve) => waiting.set(id, resolve));
}

function hear(message) {
  if (message.method === 'textDocument/publishDiagnostics') {
    const { uri, diagnostics } = message.params;
    complaints.get(uri)?.(diagnostics.map((it) => it.message));
  } else if (message.method && message.id !== undefined) {
    // It asks for settings; there are none but its own.
    const items = message.params?.items ?? [];
    send({ id: message.id, result: items.length ? items.map(() => null) : null });
  } else if (message.id !== undefined) {
    waiting.get(message.id)?.(message.result);
    waiting.delete(message.id);
  }
}

server.stdout.on('data', (data) => {
  received = Buffer.concat([received, data]);
  for (;;) {
    const end = received.indexOf('\r\n\r\n');
    if (end < 0) return;
    const length = Number(/Content-Length: (\d+)/i.exec(received.subarray(0, end))[1]);
    if (received.length < end + 4 + length) return;
    const body = received.subarray(end + 4, end + 4 + length);
    received = received.subarray(end + 4 + length);
    hear(JSON.parse(body.toString('utf8')));
  }
});

let documents = 0;

/** Opens a text as a file beside the schema; resolves to its address and what is said against it. */
async function open(text) {
  const uri = pathToFileURL(join(folder, `edit-${++documents}.yaml`)).href;
  const said = new Promise((resolve) => complaints.set(uri, resolve));
  send({
    method: 'textDocument/didOpen',
    params: { textDocument: { uri, languageId: 'yaml', version: 1, text } },
  });
  return { uri, said: await said };
}

/** The place of the first | in the text, which is taken out. */
function cursor(marked) {
  const at = marked.indexOf('|');
  const before = marked.slice(0, at).split('\n');
  return {
    text: marked.slice(0, at) + marked.slice(at + 1),
    position: { line: before.length - 1, character: before.at(-1).length },
  };
}

async function offered(marked) {
  const { text, position } = cursor(marked);
  const { uri } = await open(text);
  const list = await ask('textDocument/completion', { textDocument: { uri }, position });
  return (list?.items ?? list ?? []).map((item) => item.label);
}

async function explained(marked) {
  const { text, position } = cursor(marked);
  const { uri } = await open(text);
  const hover = await ask('textDocument/hover', { textDocument: { uri }, position });
  return hover?.contents?.value ?? '';
}

let failures = 0;

function check(what, good, found) {
  console.log(`${good ? 'ok  ' : 'FAIL'}  ${what}${good ? '' : `: found ${JSON.stringify(found)}`}`);
  failures += good ? 0 : 1;
}

async function offers(what, marked, wanted, unwanted = []) {
  const labels = await offered(marked);
  const good = wanted.every((word) => labels.includes(word));
  check(what, good && !unwanted.some((word) => labels.includes(word)), labels);
}

setTimeout(() => {
  console.error('error: the language server did not answer within two minutes');
  process.exit(1);
}, 120_000).unref();

await ask('initialize', {
  processId: process.pid,
  rootUri: pathToFileURL(folder).href,
  capabilities: {
    textDocument: {
      completion: { completionItem: { snippetSupport: true } },
      hover: { contentFormat: ['markdown'] },
      publishDiagnostics: {},
    },
    workspace: { configuration: true },
  },
});
send({ method: 'initialized', params: {} });

const written = readFileSync(join(folder, 'sluice.yaml'), 'utf8');
const first = written.split('\n')[0] + '\n';
const jira = `${first}jira:
  url: https://acme.atlassian.net
  auth: {type: basic, user: you@acme.com, token: env:JIRA_TOKEN}
`;

const clean = await open(written);
check('what init writes is right', clean.said.length === 0, clean.said);

await offers('keys of the file', `${jira}|`, ['output', 'horizon', 'marts', 'sweep']);
await offers('keys of jira', `${jira}  |`, ['projects', 'page-size', 'budget']);
await offers('keys of a list', `${jira}  budget:\n    quiet-hours:\n      - |`, ['days', 'zone']);
await offers('words of a choice', `${jira}local-warehouse: |`, ['duckdb', 'none']);
await offers('names of tables', `${jira}tables:\n  exclude:\n    - |`, ['worklog'], ['issue']);
await offers('kinds of logins', `${first}jira:\n  auth:\n    type: |`, ['basic', 'bearer']);

const rate = await explained(`${jira}  budget:\n    requests-per-sec|ond: 10\n`);
check('a key is explained', /hard bound/.test(rate) && /jira\.budget/.test(rate), rate);
const token = await explained(`${first}jira:\n  auth:\n    tok|en: env:X\n`);
check('a secret is warned of', /Never the secret itself/.test(token), token);

const wrong = await open(`${jira}  budgets: {}\ngate: {dead-letters: many}\nhorizon: soon\n`);
const said = wrong.said.join('\n');
check('a misspelt key is shown', /budgets/.test(said), said);
check('a word for a number is shown', wrong.said.length >= 3, said);
check('a duration that is none is shown', /a duration such as 30s/.test(said), said);
const leak = await open(jira.replace('env:JIRA_TOKEN', 'ATATT3xFfGF0'));
check('a secret that is written out is shown', leak.said.length > 0, leak.said);
const bigquery = await open(`${jira}output: {type: bigquery, project: acme}\n`);
check('what BigQuery needs is shown', /dataset/.test(bigquery.said.join()), bigquery.said);
const variable = await open(`${jira}  budget: {concurrency: "\${JOBS}"}\n`);
check('a variable is let pass', variable.said.length === 0, variable.said);

server.kill();
process.exit(failures ? 1 : 0);
