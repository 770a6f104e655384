// DuckDB's side of ledger-bench.mjs: one query, one thread, sums as decimals of eight places.
import { DuckDBInstance } from "@duckdb/node-api"
import { report } from "./ledger-report.mjs"

const start = performance.now()
const connection = await (await DuckDBInstance.create(":memory:", { threads: "1" })).connect()
const file = process.argv[2].replaceAll("'", "''")
const found = await connection.runAndReadAll(`
    select concat_ws(' ', Account, Coin, Operation), sum(Change)::varchar
    from read_csv('${file}', header = true, columns = {'User_ID': 'varchar', 'UTC_Time': 'timestamp', 'Account': 'varchar',
        'Operation': 'varchar', 'Coin': 'varchar', 'Change': 'decimal(38,8)', 'Remark': 'varchar'})
    group by all`)
report(
    start,
    found.getRows().map(([key, sum]) => [key, sum.replace(/\.?0+$/, "")]),
)
