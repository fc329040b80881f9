export { oncePerPair } from '../discover/pairs.js'
