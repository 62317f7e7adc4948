# The same install and the same command as `make run`, on the Neo4j that NEO4J_URI names.
FROM python:3.11-slim
WORKDIR /app
COPY requirements.lock ./
RUN pip install --no-cache-dir --require-hashes --requirement requirements.lock
COPY pyproject.toml README.md LICENSE ./
COPY service service
COPY cypher cypher
RUN pip install --no-cache-dir --no-deps --no-build-isolation . && useradd --create-home communique
USER communique
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=5s --start-period=90s --retries=6 \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/readyz', timeout=4)"]
CMD ["communique", "serve", "--demo", "--host", "0.0.0.0", "--port", "8000"]
