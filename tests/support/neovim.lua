-- Does in Neovim what a person does: waits for findings, picks an action at one of them, saves. Says what it saw.
local task = vim.fn.json_decode(table.concat(vim.fn.readfile(vim.env.TASK), '\n'))
local seen = {}

local function wait_for(what, done)
  if not vim.wait(20000, done, 20) then error('Waited in vain for ' .. what) end
end

-- A choice is made by its title, whatever shape this version gives the items.
vim.ui.select = function(items, options, choose)
  seen.offered = vim.tbl_map(options.format_item or tostring, items)
  for index, title in ipairs(seen.offered) do
    if title:find(task.pick, 1, true) then return choose(items[index], index) end
  end
  error('Not offered: ' .. task.pick)
end

local function finding(code)
  for _, each in ipairs(vim.diagnostic.get(0)) do
    if each.code == code then return each end
  end
end

local function act()
  vim.cmd('silent edit ' .. vim.fn.fnameescape(task.file))
  wait_for('findings', function() return #vim.diagnostic.get(0) > 0 end)
  seen.findings = vim.tbl_map(function(each)
    return { code = each.code, line = each.lnum, from = each.col, to_line = each.end_lnum, to = each.end_col }
  end, vim.diagnostic.get(0))
  if task.pick then
    local at = assert(finding(task.at), 'No finding of ' .. task.at)
    vim.api.nvim_win_set_cursor(0, { at.lnum + 1, at.col })
    vim.lsp.buf.code_action()
    wait_for('the edit', function() return vim.bo.modified end)
    wait_for('the finding to go', function() return not finding(task.at) end)
  end
  vim.cmd('silent write')
end

local ok, why = pcall(act)
seen.failure = not ok and tostring(why) or nil
vim.fn.writefile({ vim.fn.json_encode(seen) }, vim.env.SEEN)
vim.cmd('qall!')
