export {configNames, findConfig} from './find.js'
export {type LoadedConfig, loadConfig, pathForGlobs} from './load.js'
