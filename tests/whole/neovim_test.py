#!/usr/bin/python3
"""Neovim shows what onus lsp finds, follows edits and applies a rewrite. Passed over where Neovim is missing.

Usage: neovim_test.py PROGRAM SOURCE_DIR
"""
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

from checks import check, failures, finish

PROGRAM = str(pathlib.Path(sys.argv[1]).resolve())
TEXT = "😀 Report\n\n😀 That night the baby was hit by Mr Hart.\n\nMs Hart failed to protect the children from Mr Hart's violence.\n"
SCRIPT = """
local out = {}
local function shown()
  local list = {}
  for _, d in ipairs(vim.diagnostic.get(0)) do
    table.insert(list, {code = d.code or (d.user_data and d.user_data.lsp and d.user_data.lsp.code), line = d.lnum,
                        text = vim.api.nvim_buf_get_text(0, d.lnum, d.col, d.end_lnum, d.end_col, {})[1]})
  end
  return list
end
local function when(condition) return vim.wait(20000, condition, 20) end
vim.cmd("edit " .. FILE)
local client = vim.lsp.start_client({name = "onus", cmd = {PROGRAM, "lsp"}})
vim.lsp.buf_attach_client(0, client)
out.found = when(function() return #shown() > 0 end)
out.first = shown()
vim.api.nvim_buf_set_text(0, 0, 0, 0, 0, {"😀😀 A longer", "", "beginning "})
local line = 6
out.moved = when(function() for _, d in ipairs(shown()) do if d.line == line then return true end end end)
out.second = shown()
local params = {textDocument = vim.lsp.util.make_text_document_params(0), context = {diagnostics = {}, only = {"source.fixAll"}},
                range = {start = {line = 0, character = 0}, ["end"] = {line = 0, character = 0}}}
local answers = vim.lsp.buf_request_sync(0, "textDocument/codeAction", params, 20000)
for _, answer in pairs(answers) do
  for _, action in ipairs(answer.result) do vim.lsp.util.apply_workspace_edit(action.edit, "utf-16") end
end
out.text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), "\\n")
when(function() for _, d in ipairs(shown()) do if d.line == 4 then return false end end return true end)
out.third = shown()
local file = io.open(RESULT, "w")
file:write(vim.json.encode(out))
file:close()
vim.lsp.stop_client(client)
vim.wait(500)
vim.cmd("qa!")
"""


def main():
    if shutil.which("nvim") is None:
        print("passed over: Neovim is not here (apt-get install neovim)")
        return
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        (work / "draft.txt").write_text(TEXT)
        names = {"FILE": work / "draft.txt", "PROGRAM": PROGRAM, "RESULT": work / "result.json"}
        head = "".join(f"local {name} = {json.dumps(str(value))}\n" for name, value in names.items())
        (work / "script.lua").write_text(head + SCRIPT)
        run = subprocess.run(["nvim", "--headless", "-u", "NONE", "-i", "NONE", "-n", "-c", f"luafile {work}/script.lua"],
                             cwd=work, capture_output=True, text=True, timeout=120)
        check("Neovim runs", (work / "result.json").exists(), run.stdout + run.stderr)
        if failures:
            sys.exit(1)
        out = json.loads((work / "result.json").read_text())
    check("it shows findings", any(d["text"].startswith("failed to protect") for d in out["first"]), out["first"])
    check("in their places behind a pictograph", any("hit by Mr Hart" in d["text"] for d in out["first"]), out["first"])
    check("they move with an edit", out.get("moved") and any(
        d["line"] == 6 and d["text"].startswith("failed to protect") for d in out["second"]), out["second"])
    check("all rewrites are applied", "😀 That night Mr Hart hit the baby." in out["text"], out["text"])
    check("and then nothing is found there", out["third"] and all(d["line"] != 4 or "hit by" not in d["text"] for d in out["third"]), out["third"])
    finish()


main()
