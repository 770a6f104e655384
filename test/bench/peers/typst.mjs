import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler"
import { measured } from "../measured.mjs"

const [, , input, output, fonts] = process.argv
const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: [fonts] }] })

await measured(input, output, (mainFileContent) => compiler.pdf({ mainFileContent }))
