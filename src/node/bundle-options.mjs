// How all of lerpack is bundled for Node: the command line, and what `npm run bench` measures.
export const NODE_BUNDLE = {
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20.19",
    // pdf-lib's ESM build parses in a third of the time of its hundreds of CommonJS files.
    mainFields: ["module", "main"],
    // CommonJS packages inside the bundle ask for node modules through `require`.
    banner: {
        js: 'import { createRequire as lerpackRequire } from "node:module"; const require = lerpackRequire(import.meta.url);',
    },
    legalComments: "none",
    logLevel: "warning",
}
