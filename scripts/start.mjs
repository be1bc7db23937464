// `npm start`: installs what is missing, builds the site, serves it and says where.
import { installMissing } from './install.mjs';
import { run } from './run.mjs';
import { serve } from './serve.mjs';

const port = Number(process.env.PORT ?? 4173);
if (!Number.isInteger(port) || port < 0 || port > 65535) {
  console.error(`PORT=${process.env.PORT}: a number from 0 to 65535 expected`);
  process.exit(2);
}

for (const step of [installMissing, () => run('vite', ['build', '--logLevel', 'warn'])]) {
  const code = await step();
  if (code !== 0) process.exit(code);
}

try {
  const { url } = await serve({ port });
  console.log(`LCNet Explorer: ${url}`);
} catch (error) {
  const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  console.error(taken ? `Port ${port} is taken: choose another with PORT=… npm start` : String(error));
  process.exit(1);
}
