/** Of this process so far. On a machine with other work a clock says how busy that is. */
export function processorMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
