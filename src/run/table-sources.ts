import { LoadCases } from '../cases/load-cases.js'
import type { FitSeeds } from '../cases/seed-fit.js'
import { RangeGraphs } from '../collect/range-graphs.js'
import { fitExtremes } from '../compute/fit-extremes.js'
import type { CasePlan, FileResult, RunTableSource } from '../contract/batch.js'
import type { FitOptions } from '../contract/extremes.js'
import type { RunTableName } from '../contract/generated/contract.js'
import type { TablesRequest } from '../write/table-request.js'

export type TableSources = Partial<Record<RunTableName, RunTableSource>>

/** What makes the tables over the files of a run. A result is added once, however many tables and forms it goes to. */
export function tableSources({ columns, lines, cases, members }: TablesRequest): TableSources {
  return {
    ...(lines ? rangeGraphSources(new RangeGraphs(lines, columns)) : {}),
    ...(cases ? caseSources(new LoadCases(cases, columns, members, fitOf(cases))) : {}),
  }
}

function fitOf({ fit }: CasePlan): FitSeeds | undefined {
  if (!fit) return undefined
  const options: FitOptions = { ...fit, ...(fit.distribution === 'weibull' ? { location: 'free' as const } : {}) }
  return (values, isOfSmallest) => fitExtremes(values, { ...options, isOfSmallest })
}

function caseSources(cases: LoadCases): TableSources {
  const addOnce = once((result) => cases.add(result))
  const add = (result: FileResult) => {
    addOnce(result)
    return []
  }
  return {
    load_cases: { add, finish: () => cases.loadCases() },
    lifetime: { add, finish: () => cases.lifetime() },
    governing: { add, finish: () => cases.governing() },
  }
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
