-- Starts attrib for every draft; put this file into your configuration, or `:luafile` it.
local clients = {} -- one a folder; Neovim before 0.8 does not remember them

local function start(opened)
  local name = vim.api.nvim_buf_get_name(opened.buf)
  local markers = { "attrib.toml", ".attrib.toml", "pyproject.toml", ".git" }
  local root = nil
  for folder in string.gmatch(name, "(.*)/") do
    root = folder
  end
  local at = root
  while at and at ~= "" do
    for _, marker in ipairs(markers) do
      if vim.fn.filereadable(at .. "/" .. marker) == 1 or vim.fn.isdirectory(at .. "/" .. marker) == 1 then
        root = at
        at = nil
        break
      end
    end
    at = at and string.match(at, "(.*)/[^/]*$")
  end
  root = root or vim.fn.getcwd()
  local settings = { name = "attrib", cmd = { "attrib", "server" }, root_dir = root }
  if vim.lsp.start then
    vim.lsp.start(settings, { bufnr = opened.buf })
    return
  end
  if not (clients[root] and vim.lsp.get_client_by_id(clients[root])) then
    clients[root] = vim.lsp.start_client(settings)
  end
  if clients[root] then
    vim.lsp.buf_attach_client(opened.buf, clients[root])
  end
end

vim.api.nvim_create_autocmd("FileType", { pattern = { "text", "markdown" }, callback = start })
