export { type CompareOptions, type Comparison, compareTables } from '../compare/compare-tables.js'
