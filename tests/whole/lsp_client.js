// Drives onus lsp with the client library of VS Code and prints what came as one line of JSON. Called by lsp_client_test.py.
// node lsp_client.js PROGRAM EDITS TEXT_FILE
"use strict";
const {spawn} = require("child_process");
const {readFileSync} = require("fs");
const {createProtocolConnection, StreamMessageReader, StreamMessageWriter, CancellationTokenSource} =
    require("vscode-languageserver-protocol/node");
const [program, edits, file] = process.argv.slice(2);
const uri = "file:///tmp/draft.txt";

function start(capabilities, options) {
  const server = spawn(program, ["lsp"], {stdio: ["pipe", "pipe", "inherit"]});
  const client = createProtocolConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
  const errors = [];
  client.onError(error => errors.push(String(error)));
  client.onUnhandledNotification(() => {});
  client.listen();
  const ready = client.sendRequest("initialize", {processId: null, rootUri: null, capabilities, initializationOptions: options})
      .then(result => client.sendNotification("initialized", {}).then(() => result.capabilities));
  const end = async () => {
    await client.sendRequest("shutdown");
    await client.sendNotification("exit");
    return new Promise(resolve => server.on("exit", resolve));
  };
  return {client, ready, end, errors};
}

const open = (client, text) => client.sendNotification("textDocument/didOpen", {textDocument: {uri, languageId: "plaintext", version: 1, text}});
const wait = ms => new Promise(resolve => setTimeout(resolve, ms));

async function typing(text) {
  const {client, ready, end, errors} = start({textDocument: {publishDiagnostics: {versionSupport: true}}});
  await ready;
  const sent = new Map(), times = [];
  let newest = 0;
  client.onNotification("textDocument/publishDiagnostics", ({version}) => {
    for (const [each, at] of sent)
      if (each <= version) { times.push(Date.now() - at); sent.delete(each); }
    newest = Math.max(newest, version);
  });
  await open(client, text);
  while (newest < 1) await wait(10);
  const lines = text.split("\n");
  const line = lines.findIndex((each, i) => i > lines.length / 2 && each.length > 80);
  const words = "Ms Hart was hit by Mr Hart. ";
  for (let version = 2; version < 2 + edits * 1; ++version) {
    const at = {line, character: (version - 2) % words.length};
    sent.set(version, Date.now());
    await client.sendNotification("textDocument/didChange", {textDocument: {uri, version},
        contentChanges: [{range: {start: at, end: at}, text: words[(version - 2) % words.length]}]});
    await wait(100);
  }
  while (sent.size > 0) await wait(10);
  const code = await end();
  times.sort((a, b) => a - b);
  return {code, errors, answered: times.length, median: times[times.length >> 1], p99: times[Math.floor(0.99 * (times.length - 1))]};
}

async function pulling() {
  const {client, ready, end, errors} = start(
      {textDocument: {diagnostic: {relatedDocumentSupport: false}, publishDiagnostics: {codeDescriptionSupport: true}},
       workspace: {diagnostics: {refreshSupport: true}}});
  const can = await ready;
  const text = "😀 “Café”: Ms Hart failed to protect the children.\n";
  await open(client, text);
  const first = await client.sendRequest("textDocument/diagnostic", {textDocument: {uri}});
  const again = await client.sendRequest("textDocument/diagnostic", {textDocument: {uri}, previousResultId: first.resultId});
  const all = await client.sendRequest("workspace/diagnostic", {previousResultIds: []});
  const words = first.items.map(({range}) => text.split("\n")[range.start.line].slice(range.start.character, range.end.character));
  const links = first.items.map(each => each.codeDescription && each.codeDescription.href);
  return {can, words, links, again: again.kind, all: all.items.map(each => [each.uri, each.kind, each.items.length]), code: await end(), errors};
}

async function cancelling(text) {
  const {client, ready, end, errors} = start({textDocument: {diagnostic: {}}}, {delay: 5000});
  await ready;
  await open(client, text);
  const source = new CancellationTokenSource();
  const request = client.sendRequest("textDocument/diagnostic", {textDocument: {uri}}, source.token).then(() => 0, error => error.code);
  source.cancel();
  const cancelled = await request;
  return {cancelled, code: await end(), errors};
}

(async () => {
  const text = readFileSync(file, "utf8");
  console.log(JSON.stringify({pulling: await pulling(), cancelling: await cancelling(text), typing: await typing(text)}));
})().catch(error => { console.error(error); process.exit(1); });
