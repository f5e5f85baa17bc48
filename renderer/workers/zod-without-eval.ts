import { z } from 'zod';

// The page's policy forbids made-up code; without this, zod would try to compile its schemas.
z.config({ jitless: true });
