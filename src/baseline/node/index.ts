export {baselineName, locateBaseline} from './locate.js'
export {pathInBaseline, readBaseline, type StoredBaseline, writeBaseline} from './store.js'
