import {defineConfig} from 'vitest/config'

// No test asserts a time. Real editors, browsers and git take theirs, more of it on a busy machine.
export default defineConfig({test: {testTimeout: 120_000, hookTimeout: 300_000}})
