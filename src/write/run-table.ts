import type { FileResult, RunTableRow, RunTableSource } from '../contract/batch.js'
import { type RunTableName, runTables } from '../contract/generated/contract.js'
import type { KeyColumn, RowsFile, TableColumns, TableRows } from './rows-file.js'
import type { WrittenTable } from './table-request.js'
import type { TableWriter } from './table-writer.js'

/** What a run adds to the columns of the contract. */
export interface FurtherColumns {
  /** Of the case table. */
  readonly fields: readonly string[]
  /** Members of families, by their names. */
  readonly members: readonly string[]
}

export function runTableColumns(name: RunTableName, { fields, members }: FurtherColumns): TableColumns {
  const definition = runTables.find((table) => table.name === name)
  const keys = (definition?.columns ?? []).flatMap(({ name: column, type }): KeyColumn[] => {
    if (type === 'value') return []
    const own = fields.map((field): KeyColumn => ({ name: `case_${field}`, type: 'text' }))
    return [{ name: column, type }, ...(column === definition?.fields ? own : [])]
  })
  const values = (definition?.columns ?? []).filter(({ type }) => type === 'value').map((column) => column.name)
  return { keys, values: [...values, ...(definition?.families ? members : [])] }
}

/** A table over the files of a run. */
export class RunTable implements TableWriter {
  readonly #file: RowsFile
  readonly #columns: TableColumns
  readonly #source: RunTableSource

  constructor(file: RowsFile, columns: TableColumns, source: RunTableSource) {
    this.#file = file
    this.#columns = columns
    this.#source = source
  }

  async add(result: FileResult): Promise<void> {
    await this.#write(this.#source.add(result))
  }

  async finish(): Promise<WrittenTable> {
    await this.#write(this.#source.finish())
    return this.#file.finish()
  }

  discard(): Promise<void> {
    return this.#file.discard()
  }

  async #write(rows: readonly RunTableRow[]): Promise<void> {
    if (rows.length > 0) await this.#file.add(this.#tableRows(rows))
  }

  #tableRows(rows: readonly RunTableRow[]): TableRows {
    const width = this.#columns.values.length
    const values = new Float64Array(rows.length * width)
    for (const [i, row] of rows.entries()) values.set(row.values, i * width)
    return { keys: this.#columns.keys.map((_, j) => rows.map(({ keys }) => keys[j] ?? '')), values, count: rows.length }
  }
}
