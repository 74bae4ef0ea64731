import { startBrowser } from '/tmp/wt/style/scripts/print/start-browser.ts'
import { writeFileSync, readFileSync } from 'node:fs'
import { readBack } from '/tmp/wt/style/scripts/verify/read-back.ts'
import { printTree } from '/tmp/wt/style/tests/corpus/print-tree.ts'
const b: any = await startBrowser({cache:'/tmp/wt/style/.cache'})
console.log(Object.keys(b))
const page = await (b.browser ?? b).newPage()
await page.setContent(readFileSync('/tmp/scratch/t.html','utf8'))
const pdf = await page.pdf({tagged:true})
writeFileSync('/tmp/scratch/t.pdf', pdf)
await b.close()
import { PDFDocument } from '@cantoo/pdf-lib'
import { readStructure } from '/tmp/wt/style/scripts/pdf/tags/read-structure.ts'
const doc = await PDFDocument.load(pdf)
