#!/usr/bin/env node
import { launch } from "../launch/launch.js";

await launch("dist/cli/main.js", { args: process.argv.slice(2), build: true });
