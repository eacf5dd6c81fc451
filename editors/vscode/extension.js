"use strict";

const { workspace } = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

let client;

exports.activate = function activate() {
  const settings = workspace.getConfiguration("attrib");
  client = new LanguageClient(
    "attrib",
    "attrib",
    { command: settings.get("command"), args: settings.get("arguments") },
    {
      documentSelector: ["markdown", "plaintext", "html"].map((language) => ({ scheme: "file", language })),
      synchronize: { fileEvents: workspace.createFileSystemWatcher("**/*.toml") },
    },
  );
  return client.start();
};

exports.deactivate = function deactivate() {
  return client ? client.stop() : undefined;
};
