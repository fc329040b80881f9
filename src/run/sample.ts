export { type SampleBatch, type SampleBatchOptions, type SampleSize, writeSampleBatch } from '../sample/index.js'
