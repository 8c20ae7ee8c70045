// @types/css-tree describes the whole package only; its parser alone loads three times as fast.
declare module 'css-tree/parser' {
  import type {parse} from 'css-tree'

  const parser: typeof parse
  export default parser
}
