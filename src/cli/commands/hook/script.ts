/** Where the hook that was there before waits, beside Coldread's own. */
export const keptName = 'pre-commit.before-coldread'

const mark = '# Written by `coldread hook install`'

/** For any POSIX shell. Git runs it in the top folder of the work tree. */
export const script = `#!/bin/sh
${mark}; \`coldread hook uninstall\` takes it away and puts back the hook that was here.

earlier="\${0%/*}/${keptName}"
if [ -x "$earlier" ]; then
  "$earlier" "$@" || exit $?
fi

if [ -x node_modules/.bin/coldread ]; then
  exec node_modules/.bin/coldread --staged
fi
if command -v coldread >/dev/null; then
  exec coldread --staged
fi
# --no-install: a commit is no moment to fetch a program.
if command -v npx >/dev/null && npx --no-install coldread --version >/dev/null 2>&1; then
  exec npx --no-install coldread --staged
fi
echo 'coldread: the pre-commit hook finds no coldread: \`npm install\` may bring it, \`git commit --no-verify\` commits without it.' >&2
exit 1
`

/** Whose a hook is. `edited`: Coldread's, with changes that somebody made by hand. */
export function ownerOf(hook: string): 'coldread' | 'edited' | 'other' {
  if (hook === script) return 'coldread'
  return hook.includes(mark) ? 'edited' : 'other'
}
