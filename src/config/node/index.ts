export {type LoadedConfig, loadConfig, pathForGlobs} from './load.js'
