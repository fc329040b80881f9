import { RangeGraphs } from '../collect/range-graphs.js'
import type { FileResult, RunTableSource } from '../contract/batch.js'
import type { RunTableName } from '../contract/generated/contract.js'
import type { TablesRequest } from '../write/table-request.js'

export type TableSources = Partial<Record<RunTableName, RunTableSource>>

/** What makes the tables over the files of a run. A result is added once, however many tables and forms it goes to. */
export function tableSources({ columns, lines }: Pick<TablesRequest, 'columns' | 'lines'>): TableSources {
  return lines ? rangeGraphSources(new RangeGraphs(lines, columns)) : {}
}

function rangeGraphSources(graphs: RangeGraphs): TableSources {
  const rowsOf = once((result) => graphs.add(result))
  return {
    range_graphs: { add: rowsOf, finish: () => [] },
    range_envelopes: {
      add: (result) => {
        rowsOf(result)
        return []
      },
      finish: () => graphs.finish(),
    },
  }
}

/** What was made of the result last time, where it is the same one. */
function once<Value>(make: (result: FileResult) => Value): (result: FileResult) => Value {
  let last: { readonly result: FileResult; readonly value: Value } | undefined
  return (result) => {
    if (last?.result !== result) last = { result, value: make(result) }
    return last.value
  }
}
