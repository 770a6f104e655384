// Puts the page beside what the sample made: `npm start`.
import { copyFileSync } from "node:fs"
import { join } from "node:path"

const target = join(process.argv[2] ?? "out", "lerpack.html")
copyFileSync(join(import.meta.dirname, "../../dist/lerpack.html"), target)
process.stdout.write(`离线页面，双击打开，不用安装，不联网 · offline page, opened by double click：${target}\n`)
