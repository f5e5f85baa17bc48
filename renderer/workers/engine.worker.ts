import './zod-without-eval.ts';
import { EngineService } from './engine-service.ts';
import type { EngineRequest } from './protocol.ts';

const service = new EngineService((message) => self.postMessage(message));
self.addEventListener('message', ({ data }: MessageEvent<EngineRequest>) => service.receive(data));
