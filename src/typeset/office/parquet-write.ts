import { ByteWriter } from "hyparquet-writer/src/bytewriter.js"
import { ParquetWriter } from "hyparquet-writer/src/parquet-writer.js"

/** Apache Parquet files, written in groups of rows, so that no more than one group is in memory. */

/**
 * What a column holds. `text`: as it stands. `integer`: below 2^31. `decimal`: decimal(38,18), null for a text that does
 * not fit; what is exact is the text, which stands in a column of its own.
 */
export interface ParquetColumn {
    readonly name: string
    readonly kind: "text" | "integer" | "decimal"
}

type SchemaElement = ConstructorParameters<typeof ParquetWriter>[0]["schema"][number]

const GROUP = 20_000 // rows
const SCALE = 18
const LARGEST = 10n ** 38n

/** A table that is written as it is filled; a blank cell is null. Same rows, same bytes. */
export class ParquetTable {
    private readonly columns: readonly ParquetColumn[]
    private readonly bytes: SinkWriter
    private readonly writer: ParquetWriter
    private data: (string | number | bigint | null)[][]

    /** @param sink - Takes the bytes of the file, one piece after the other. */
    constructor(columns: readonly ParquetColumn[], sink: (bytes: Uint8Array) => void) {
        this.columns = columns
        this.data = columns.map(() => [])
        this.bytes = new SinkWriter(sink)
        const root: SchemaElement = { name: "root", num_children: columns.length }
        const schema = [root, ...columns.map(schemaOf)]
        this.writer = new ParquetWriter({ writer: this.bytes, schema, statistics: false, createdBy: "lerpack" })
    }

    /** Adds a row; one cell for each column. */
    add(cells: readonly string[]): void {
        for (const [i, { kind }] of this.columns.entries()) this.data[i]?.push(cellValue(kind, cells[i] ?? ""))
        if (this.data[0]?.length === GROUP) this.write()
    }

    finish(): void {
        if ((this.data[0]?.length ?? 0) > 0) this.write()
        void this.writer.finish()
        this.bytes.flush()
    }

    private write(): void {
        const columnData = this.columns.map(({ name }, i) => ({ name, data: this.data[i] ?? [] }))
        void this.writer.write({ columnData, rowGroupSize: GROUP })
        this.data = this.columns.map(() => [])
    }
}

/** Hands on what was written behind each group of rows. */
class SinkWriter extends ByteWriter {
    private readonly sink: (bytes: Uint8Array) => void
    constructor(sink: (bytes: Uint8Array) => void) {
        super()
        this.sink = sink
    }

    flush(): void {
        this.sink(this.getBytes().slice())
        this.index = 0
    }
}

function schemaOf({ name, kind }: ParquetColumn): SchemaElement {
    const common = { name, repetition_type: "OPTIONAL" } as const
    switch (kind) {
        case "text":
            return { ...common, type: "BYTE_ARRAY", converted_type: "UTF8", logical_type: { type: "STRING" } }
        case "integer":
            return { ...common, type: "INT32" }
        case "decimal":
            return {
                ...common,
                type: "FIXED_LEN_BYTE_ARRAY",
                type_length: 16,
                converted_type: "DECIMAL",
                logical_type: { type: "DECIMAL", precision: 38, scale: SCALE },
                precision: 38,
                scale: SCALE,
            }
        default:
            return kind satisfies never
    }
}

function cellValue(kind: ParquetColumn["kind"], text: string): string | number | bigint | null {
    if (text === "") return null
    return kind === "text" ? text : kind === "integer" ? Number(text) : scaled(text)
}

/** Units of 10^-18; `null` for more places or figures than a decimal(38,18) has, and for what is no decimal. */
function scaled(text: string): bigint | null {
    const [, sign = "", whole = "", places = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? []
    const told = places.replace(/0+$/, "")
    if (whole === "" || told.length > SCALE) return null
    const value = BigInt(whole + told.padEnd(SCALE, "0"))
    return value >= LARGEST ? null : sign === "" ? value : -value
}
