/**
 * Imports of what only Node itself can load. A file of its own, because the command keeps its code compiled and Node can't
 * import from code that was compiled before.
 */
export const importFile = (url: string): Promise<object> => import(url)

export const importJiti = () => import('jiti')
