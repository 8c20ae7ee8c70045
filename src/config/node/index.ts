export {type LoadedConfig, type LoadOptions, loadConfig, pathForGlobs} from './load.js'
